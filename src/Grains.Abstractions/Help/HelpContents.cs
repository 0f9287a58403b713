using System.Collections.Immutable;

namespace SupportPlatform.Help;

/// <summary>What a store publishes in a language.</summary>
[GenerateSerializer, Immutable, Alias("support.help.help-contents")]
public sealed record HelpContents
{
    /// <summary>The languages in which something is published, as BCP 47 tags.</summary>
    [Id(0)] public required ImmutableArray<string> Locales { get; init; }

    /// <summary>The articles, in the order of their titles.</summary>
    [Id(1)] public required ImmutableArray<HelpLink> Articles { get; init; }

    /// <summary>The questions.</summary>
    [Id(2)] public required ImmutableArray<HelpQuestion> Questions { get; init; }
}
