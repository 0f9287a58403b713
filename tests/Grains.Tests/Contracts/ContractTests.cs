using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using SupportPlatform.Conversations;
using Xunit;

namespace SupportPlatform.Grains.Tests.Contracts;

/// <summary>What Orleans needs to carry calls between silos and versions; docs/adr/0001-two-engines.md.</summary>
public sealed class ContractTests
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(void), typeof(string), typeof(bool), typeof(byte), typeof(int), typeof(long), typeof(double), typeof(Guid), typeof(TimeOnly), typeof(DateOnly),
        typeof(DayOfWeek), typeof(DateTimeOffset), typeof(TimeSpan), typeof(Task), typeof(Task<>), typeof(ValueTask), typeof(ValueTask<>),
        typeof(Nullable<>), typeof(ImmutableArray<>), typeof(ImmutableDictionary<,>), typeof(IAsyncEnumerable<>), typeof(CancellationToken),
    ];

    public static TheoryData<Type> CrossingTypes =>
        [.. GrainContracts.Crossing().Where(t => t.Assembly == typeof(SupportException).Assembly)];

    [Fact]
    public void Contracts_AreFound()
    {
        Assert.True(GrainContracts.Interfaces.Count() >= 3);
        Assert.Contains(typeof(LoggedEvent), GrainContracts.Crossing());
    }

    [Fact]
    public void Crossing_ForeignTypes_AreKnownAndPlain() =>
        Assert.DoesNotContain(GrainContracts.Crossing(), t => t.Assembly != typeof(SupportException).Assembly && !Plain.Contains(t));

    [Theory]
    [MemberData(nameof(CrossingTypes))]
    public void Crossing_ContractType_IsSealedImmutableAndNamed(Type type)
    {
        Assert.True(type.IsSealed, "is not sealed");
        Assert.True(Has(type, "GenerateSerializerAttribute"), "lacks [GenerateSerializer]");
        Assert.StartsWith("support.", Alias(type), StringComparison.Ordinal);
        if (type.IsEnum) return;
        Assert.True(Has(type, "ImmutableAttribute"), "lacks [Immutable]");
        var ids = new HashSet<uint>();
        foreach (var property in GrainContracts.Properties(type))
        {
            var id = property.GetCustomAttributes().SingleOrDefault(a => a.GetType().Name == "IdAttribute");
            Assert.True(id is not null, $"{property.Name} lacks [Id]");
            Assert.True(ids.Add((uint)id.GetType().GetProperty("Id")!.GetValue(id)!), $"{property.Name} repeats an id");
            var setter = property.SetMethod;
            Assert.True(
                setter is null || setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)),
                $"{property.Name} can be changed");
        }
    }

    [Fact]
    public void Aliases_OfTypes_AreUnique()
    {
        var aliases = GrainContracts.Crossing().Where(t => t.Assembly == typeof(SupportException).Assembly).Select(Alias).ToList();
        Assert.Equal(aliases.Count, aliases.Distinct().Count());
    }

    [Fact]
    public void Interfaces_AndTheirMethods_HaveAliases()
    {
        Assert.All(GrainContracts.Interfaces, i => Assert.StartsWith("support.", Alias(i), StringComparison.Ordinal));
        Assert.All(GrainContracts.Methods, m => Assert.False(string.IsNullOrEmpty(Alias(m)), $"{m.DeclaringType!.Name}.{m.Name}"));
        foreach (var methods in GrainContracts.Methods.GroupBy(m => m.DeclaringType))
            Assert.Equal(methods.Count(), methods.Select(Alias).Distinct().Count());
    }

    [Fact]
    public void Methods_TakeTheirCancellationTokenLast_AndOnlyOne() => Assert.All(GrainContracts.Methods, method =>
    {
        var parameters = method.GetParameters();
        Assert.Equal(1, parameters.Count(p => p.ParameterType == typeof(CancellationToken)));
        Assert.Equal(typeof(CancellationToken), parameters[^1].ParameterType);
        Assert.True(parameters[^1].IsOptional);
    });

    private static bool Has(MemberInfo member, string attribute) => member.GetCustomAttributes().Any(a => a.GetType().Name == attribute);

    private static string? Alias(MemberInfo member)
    {
        var alias = member.GetCustomAttributes().SingleOrDefault(a => a.GetType().Name == "AliasAttribute");
        return (string?)alias?.GetType().GetProperty("Alias")!.GetValue(alias);
    }
}
