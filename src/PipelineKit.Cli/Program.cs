using PipelineKit.Cli.Hosting;

var held = StandardStreams.Hold();
var exit = await CliApp.RunAsync(args, CliEnvironment.OfProcess()).ConfigureAwait(false);
GC.KeepAlive(held);
return exit;
