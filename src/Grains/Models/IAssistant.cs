namespace SupportPlatform.Models;

/// <summary>Runs turns: from a question and its context to a checked answer.</summary>
internal interface IAssistant
{
    /// <summary>
    /// One turn. Yields what happens while it happens and ends with one <see cref="TurnFinished"/>. It touches no
    /// conversation: who calls it decides what becomes of the text.
    /// </summary>
    /// <exception cref="ModelException">No model answered, after retries and failover.</exception>
    IAsyncEnumerable<TurnUpdate> Run(TurnInput input, CancellationToken cancellationToken);

    /// <summary>
    /// What can be said without any model, from the best passage alone: a cited extract, or null when nothing fits.
    /// For the customer who would otherwise wait too long.
    /// </summary>
    ValueTask<TurnResult?> Extract(TurnInput input, CancellationToken cancellationToken);
}
