using Rates.Api;

var app = WebApplication.CreateSlimBuilder(args).Build();
Endpoints.Map(app, new RateTable(app.Configuration.GetSection("Rates").Get<Rate[]>() ?? []));
await app.RunAsync();
