using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Pages;

/// <summary>The tests that take the whole machine: they run one after another, and while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LoneCollection
{
    /// <summary>The collection's name.</summary>
    public const string Name = "alone";
}
