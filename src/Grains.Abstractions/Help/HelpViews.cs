namespace SupportPlatform.Help;

/// <summary>How often an article was read since this was last said.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Count">How often.</param>
[GenerateSerializer, Immutable, Alias("support.help.help-views")]
public sealed record HelpViews([property: Id(0)] string Id, [property: Id(1)] long Count);
