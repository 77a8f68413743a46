using Shouldly;

namespace PipelineKit.Cli.Tests.Examples;

/// <summary>The shop's quality gate, run for real.</summary>
public sealed class DjangoShopTests
{
    [Fact]
    public void The_gate_passes_and_falls_when_an_order_takes_too_much()
    {
        ExecutedExample.SkipWhenAsked();
        using var example = new ExecutedExample("django-shop");

        var passed = example.Cake();

        passed.Exit.ShouldBe(0, passed.ToString());
        example.Counts().ShouldBe((24, 0, 0, 0));

        example.Replace("shop/orders.py", "stock__gte=quantity", "stock__gte=0");
        example.Cake(null, "--target=test-coverage").Exit.ShouldNotBe(0);
        var counts = example.Counts();
        counts.Tests.ShouldBe(24);
        counts.Failures.ShouldBeGreaterThan(1);
    }
}
