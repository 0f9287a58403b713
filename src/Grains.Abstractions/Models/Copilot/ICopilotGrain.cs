using System.Collections.Immutable;

namespace SupportPlatform.Models;

/// <summary>Helps staff to write, as many at a time as come. The key is the store's id. Errors are <see cref="SupportException"/>.</summary>
[Alias("support.models.ICopilotGrain")]
public interface ICopilotGrain : IGrainWithStringKey
{
    /// <summary>What works with the silo's model.</summary>
    [Alias("GetAbilities")]
    Task<CopilotAbilities> GetAbilities(CancellationToken cancellationToken = default);

    /// <summary>At most three replies to a conversation's open question, the best first; none where the knowledge has none.</summary>
    /// <param name="conversation">The conversation's grain key.</param>
    /// <param name="cancellationToken">Ends it.</param>
    [Alias("Suggest")]
    Task<ImmutableArray<SuggestedReply>> Suggest(string conversation, CancellationToken cancellationToken = default);

    /// <summary>A conversation in a few sentences; by the brief's rules where no model answers in time.</summary>
    /// <param name="conversation">The conversation's grain key.</param>
    /// <param name="cancellationToken">Ends it.</param>
    [Alias("Summarize")]
    Task<string> Summarize(string conversation, CancellationToken cancellationToken = default);

    /// <summary>A text of an agent, written otherwise.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.ModelNeeded"/>: the silo's model cannot do it.</exception>
    [Alias("Rewrite")]
    Task<string> Rewrite(RewriteText command, CancellationToken cancellationToken = default);

    /// <summary>A conversation's messages in another language; what is no message is left out.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.ModelNeeded"/>: the silo's model cannot do it.</exception>
    [Alias("Translate")]
    Task<ImmutableArray<TranslatedMessage>> Translate(TranslateMessages command, CancellationToken cancellationToken = default);
}
