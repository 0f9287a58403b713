using System.Text.RegularExpressions;

namespace SupportPlatform.Knowledge;

/// <summary>Questions whose words mislead are asked in the words of data sheets.</summary>
internal static partial class Rephrasing
{
    /// <summary>The question in plainer words; most stay as they are.</summary>
    public static string Of(string question) => Frame().Replace(HowMuchWeight().Replace(question, "weight capacity "), " ");

    // "How much weight can it take" asks for the load; "how much does it weigh" does not.
    [GeneratedRegex(@"\bhow (much weight|much load|many (kilos?|kg|pounds|lbs))\s+(?=can|could|may|will|does|do|should|is)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 250)]
    private static partial Regex HowMuchWeight();

    // What speaks of the text and not of the thing: "in the context of", "according to the document".
    [GeneratedRegex(@"\b(in (the context|terms) of|in the (text|document|passage)|according to the (text|document|passage)|as (described|mentioned|stated) in|when it comes to|with (regard|respect) to|some (key |important )?points to consider about|what are the (key|main) (aspects|points) (of|about))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 250)]
    private static partial Regex Frame();
}
