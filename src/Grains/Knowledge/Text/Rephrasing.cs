using System.Text.RegularExpressions;

namespace SupportPlatform.Knowledge;

/// <summary>Questions whose words mislead are asked in the words of data sheets.</summary>
internal static partial class Rephrasing
{
    /// <summary>The question in plainer words; most stay as they are.</summary>
    public static string Of(string question) => HowMuchWeight().Replace(question, "weight capacity ");

    // "How much weight can it take" asks for the load; "how much does it weigh" does not.
    [GeneratedRegex(@"\bhow (much weight|much load|many (kilos?|kg|pounds|lbs))\s+(?=can|could|may|will|does|do|should|is)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 250)]
    private static partial Regex HowMuchWeight();
}
