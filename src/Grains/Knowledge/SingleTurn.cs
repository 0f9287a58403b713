using System.Collections.Immutable;
using SupportPlatform.Models;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Knowledge;

/// <summary>One turn of the assistant without a conversation.</summary>
internal sealed class SingleTurn(IAssistant assistant, IGrainFactory grains, TimeProvider time)
{
    /// <summary>The turn's input.</summary>
    /// <param name="store">The store's id.</param>
    /// <param name="text">What is asked.</param>
    /// <param name="instructions">The store's instructions; null for those that are published.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException">The text is empty or too long, or there is no such store.</exception>
    public async Task<TurnInput> Input(
        string store, string? text, ImmutableArray<Instruction>? instructions, CancellationToken cancellationToken)
    {
        Check(text);

        // The settings are the administrators'; what is made of them here is for all staff.
        CallerContext.Current = Caller.System;
        var profile = await grains.GetGrain<IStoreGrain>(store).GetProfile(cancellationToken)
            ?? throw new SupportException(ProblemCodes.StoreNotFound, "There is no such store.");
        return new TurnInput
        {
            Store = store,
            Settings = profile.Settings,
            Questions = [text!],
            Now = time.GetUtcNow(),
            Instructions = instructions,
        };
    }

    /// <summary>The turn's answer.</summary>
    /// <exception cref="ModelException">There is none.</exception>
    public async Task<AnswerView> Answer(TurnInput input, CancellationToken cancellationToken)
    {
        await foreach (var update in assistant.Run(input, cancellationToken))
            if (update is TurnFinished finished) return View(finished.Result);
        throw new ModelException("The turn ended without a result.");
    }

    /// <summary>Checks what is asked.</summary>
    /// <exception cref="SupportException">It is empty or too long.</exception>
    public static void Check(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new SupportException(ProblemCodes.MessageEmpty, "The text is empty.");
        if (text.Length > Limits.MessageLength)
            throw new SupportException(ProblemCodes.MessageTooLong, $"The text has {text.Length} characters; {Limits.MessageLength} are allowed.");
    }

    private static AnswerView View(TurnResult result) => new()
    {
        Answer = result.Text,
        Citations = result.Citations,
        Confidence = result.Confidence,
        Outcome = result.Outcome,
        Suggestions = result.Suggestions,
    };
}
