using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Rates.Api.Tests;

public sealed class EndpointsTests : IAsyncLifetime
{
    private readonly WebApplication app = WebApplication.CreateSlimBuilder().Build();
    private readonly HttpClient client = new();

    public async ValueTask InitializeAsync()
    {
        Endpoints.Map(app, new RateTable([new Rate("EUR", "USD", new DateOnly(2024, 1, 2), 1.10m)]));
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync(TestContext.Current.CancellationToken);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        client.BaseAddress = new Uri(addresses!.Addresses.Single());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("health", HttpStatusCode.OK, "")]
    [InlineData("convert/eur/usd?amount=10&day=2024-01-02", HttpStatusCode.OK, "{\"amount\":11.00,\"currency\":\"USD\"}")]
    [InlineData("convert/eur/usd?amount=10&day=2023-12-31", HttpStatusCode.NotFound, "{\"problem\":\"no rate from eur to usd on 2023-12-31\"}")]
    [InlineData("convert/eur/usd?amount=ten&day=2024-01-02", HttpStatusCode.BadRequest, "")]
    public async Task Answers(string path, HttpStatusCode status, string body)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
