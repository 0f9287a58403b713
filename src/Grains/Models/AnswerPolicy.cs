namespace SupportPlatform.Models;

/// <summary>Decides what a turn does. Pure; the thresholds of answers are here.</summary>
/// <remarks>
/// Measured with the Markdown manuals of <c>kb_products</c> and the questions of <c>product_qa</c>: the best statement
/// covered at least 0.50 of each question that the manuals answer and at most 0.31 of each that they do not (another
/// product's, or beyond them). How sure an entry of questions and answers is meant is scaled to the same measure by
/// <see cref="Knowledge.FaqIndex"/>, over <c>hint3_sofmattress</c>, <c>oos_clinc</c> and <c>faq_banking77</c> together: of
/// the messages that no entry answers, 0.86 and 0.96 stay under <see cref="Answers"/> in the first two.
/// </remarks>
internal static class AnswerPolicy
{
    /// <summary>From this coverage on, the best statement is an answer.</summary>
    public const double Answers = 0.45;

    /// <summary>From this coverage on, the question is about this store, but asks for more than a statement says.</summary>
    public const double Unclear = 0.38;

    /// <summary>After so many turns without an answer a person is offered.</summary>
    public const int PatienceTurns = 2;

    /// <summary>Up to this coverage an answer put together from <see cref="Scattered"/> sources is none.</summary>
    public const double Sure = 0.6;

    /// <summary>From so many sources on, statements that answer equally well answer nothing in particular.</summary>
    public const int Scattered = 3;

    /// <summary>What the turn does.</summary>
    public static Decision Decide(TurnSignals signals)
    {
        if (signals.WantsPerson) return Decision.WantsPerson;
        if (signals.SmallTalk is not null) return Decision.SmallTalk;
        var stuck = signals.UnansweredTurns >= PatienceTurns;
        if (signals.Coverage >= Answers && !signals.IsScattered)
            return signals.Rivals.Count < 2 ? Decision.Answer : stuck ? Decision.StillStuck : Decision.AskWhich;
        if (stuck) return Decision.StillStuck;
        return signals.Coverage >= Unclear ? Decision.AskMore : Decision.OfferPerson;
    }

    /// <summary>How sure an answer is, 0 to 1, from the coverage of its best statement.</summary>
    public static double Confidence(double coverage) => Math.Round(Math.Clamp(coverage, 0, 1), 3);
}
