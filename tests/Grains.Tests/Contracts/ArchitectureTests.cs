using System.Reflection;
using Xunit;

namespace SupportPlatform.Grains.Tests.Contracts;

/// <summary>The table of the design: which assembly may know which.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Contracts = typeof(SupportException).Assembly;
    private static readonly Assembly Grains = typeof(GrainServices).Assembly;
    private static readonly Assembly WebFront = Assembly.Load("SupportPlatform.WebFront");

    [Fact]
    public void GrainsAbstractions_KnowsTheProgrammingModelAlone() =>
        Refuse(Contracts, "Microsoft.AspNetCore", "Npgsql", "OpenAI", "SupportPlatform.");

    [Fact]
    public void Grains_KnowNoWeb() =>
        Refuse(Grains, "Microsoft.AspNetCore", "SupportPlatform.WebFront", "SupportPlatform.Silo", "SupportPlatform.Postgres");

    [Fact]
    public void WebFront_KnowsTheContractsAlone() =>
        Refuse(WebFront, "SupportPlatform.Grains,", "SupportPlatform.Silo", "SupportPlatform.Postgres", "Npgsql", "OpenAI");

    [Fact]
    public void GrainsAndContracts_NameNoEngine()
    {
        foreach (var assembly in new[] { Contracts, Grains, WebFront })
        {
            var hosting = assembly.GetTypes().SelectMany(t => t.GetFields(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance))
                .Where(f => f.FieldType.Namespace?.StartsWith("Orleans.Embedded", StringComparison.Ordinal) == true);
            Assert.Empty(hosting);
        }
    }

    private static void Refuse(Assembly assembly, params string[] prefixes)
    {
        var names = assembly.GetReferencedAssemblies().Select(a => a.FullName);
        Assert.DoesNotContain(names, n => prefixes.Any(p => n.StartsWith(p, StringComparison.Ordinal)));
    }
}
