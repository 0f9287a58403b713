using System.Collections.Immutable;

namespace SupportPlatform.Help;

/// <summary>What a store publishes for everybody: its articles and frequently asked questions. The key is the store's id.</summary>
[Alias("support.help.IHelpCentreGrain")]
public interface IHelpCentreGrain : IGrainWithStringKey
{
    /// <summary>All that is published in a language.</summary>
    /// <param name="locale">A language tag; what has no language of its own belongs to each.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Alias("GetContents")]
    Task<HelpContents> GetContents(string locale, CancellationToken cancellationToken = default);

    /// <summary>A published article; null when there is none of that id.</summary>
    [Alias("GetArticle")]
    Task<HelpArticle?> GetArticle(string id, CancellationToken cancellationToken = default);

    /// <summary>The published articles and questions that fit best, best first, at most 20.</summary>
    [Alias("Search")]
    Task<ImmutableArray<HelpHit>> Search(string query, string locale, CancellationToken cancellationToken = default);

    /// <summary>Adds to the counts of how often something was read; what is no article of the store is ignored.</summary>
    [Alias("CountViews")]
    Task CountViews(ImmutableArray<HelpViews> views, CancellationToken cancellationToken = default);
}
