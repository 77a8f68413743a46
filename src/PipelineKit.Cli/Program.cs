using PipelineKit.Cli.Hosting;

return await CliApp.RunAsync(args, CliEnvironment.OfProcess()).ConfigureAwait(false);
