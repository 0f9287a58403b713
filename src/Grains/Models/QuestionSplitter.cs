using System.Text.RegularExpressions;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>Finds the questions in a message.</summary>
internal static partial class QuestionSplitter
{
    /// <summary>
    /// The questions of a message: one for each question mark, with what was said before it; the whole message when there
    /// is at most one.
    /// </summary>
    public static IEnumerable<string> Questions(string message)
    {
        var sentences = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(StatementReader.Sentences).ToList();
        if (sentences.Count(IsQuestion) < 2)
        {
            yield return message;
            yield break;
        }

        var said = "";
        foreach (var sentence in sentences)
        {
            said = said.Length == 0 ? sentence : $"{said} {sentence}";
            if (!IsQuestion(sentence)) continue;
            yield return said;
            said = "";
        }

        if (said.Length > 0) yield return said;
    }

    /// <summary>The two halves of a question that joins two; else the question alone.</summary>
    public static string[] Halves(string question)
    {
        var match = And().Match(question);
        if (!match.Success || match.Index < 8 || question.Length - match.Index - match.Length < 8) return [question];
        return [question[..match.Index] + "?", question[(match.Index + match.Length)..]];
    }

    private static bool IsQuestion(string sentence) => sentence[^1] is '?' or '？' or '؟' or ';';

    [GeneratedRegex(@",?\s(and|und|et|y|e|en)\s(?=(how|what|when|where|which|who|why|is|are|do|does|can|could|will|wie|was|wann|wo|welche|kann|ist|combien|comment|quel|quand|est|peut|cómo|cuánt|qué|cuándo|dónde|puedo|es)\w*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 250)]
    private static partial Regex And();
}
