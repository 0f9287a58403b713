using System.Reflection;

namespace SupportPlatform.Engine.Tests.Signatures;

/// <summary>
/// The engine's public types are Orleans' own: those that exist in Orleans.Core.Abstractions have no public member that
/// does not exist there with the same signature. The others are listed, with the Orleans assembly that holds them.
/// </summary>
public sealed class SignatureTests
{
    // Orleans packages that are not at hand: Serialization.Abstractions, Core, Runtime.
    private static readonly HashSet<string> Elsewhere =
    [
        "Orleans.AliasAttribute", "Orleans.GenerateSerializerAttribute", "Orleans.IdAttribute", "Orleans.ImmutableAttribute", "Orleans.ResponseTimeoutAttribute",
        "Orleans.Runtime.IPersistentState`1", "Orleans.Runtime.PersistentStateAttribute", "Orleans.Storage.InconsistentStateException",
    ];

    // The engine's own hosting, used by one file of the silo.
    private static readonly HashSet<string> Own = ["Orleans.Hosting.EmbeddedGrainOptions", "Orleans.Hosting.EmbeddedGrainServices"];

    private static readonly Lazy<IReadOnlyDictionary<string, PublicType>> Engine = new(() => PublicType.ReadAll(typeof(Grain).Assembly.Location));
    private static readonly Lazy<IReadOnlyDictionary<string, PublicType>> Orleans = new(() => PublicType.ReadAll(Package()));

    public static TheoryData<string> SharedTypes() => [.. Engine.Value.Keys.Where(Orleans.Value.ContainsKey).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(SharedTypes))]
    public void PublicMember_OfTheEngine_ExistsInOrleans(string type)
    {
        var (ours, theirs) = (Engine.Value[type], Orleans.Value[type]);

        Assert.Equal(theirs.Kind, ours.Kind);
        Assert.Empty(ours.Bases.Except(AllBases(theirs)));
        Assert.Empty(ours.Members.Except(theirs.Members));
    }

    [Fact]
    public void PublicType_OfTheEngine_IsOrleansOrListed()
    {
        var unknown = Engine.Value.Keys.Where(t => !Orleans.Value.ContainsKey(t)).Except(Elsewhere).Except(Own);

        Assert.Empty(unknown);
        Assert.True(SharedTypes().Count > 30, "Too few types were compared.");
    }

    [Fact]
    public void EnumValue_OfTheEngine_IsOrleans() =>
        Assert.Empty(Engine.Value["Orleans.DeactivationReasonCode"].Members.Except(Orleans.Value["Orleans.DeactivationReasonCode"].Members));

    private static IEnumerable<string> AllBases(PublicType type) =>
        type.Bases.Concat(type.Bases.Where(Orleans.Value.ContainsKey).SelectMany(b => AllBases(Orleans.Value[b])));

    private static string Package()
    {
        var file = typeof(SignatureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "OrleansAbstractions").Value!;
        Assert.True(File.Exists(file), $"{file} was not downloaded.");
        return file;
    }
}
