namespace SupportPlatform.Knowledge;

/// <summary>What becomes of a version of an instruction.</summary>
public static class InstructionStates
{
    /// <summary>It is being written; the version that was published before stays in force.</summary>
    public const string Draft = "draft";

    /// <summary>The assistant is given it.</summary>
    public const string Published = "published";

    /// <summary>The assistant is given no version of the instruction any more.</summary>
    public const string Withdrawn = "withdrawn";
}
