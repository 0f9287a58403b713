namespace SupportPlatform.Eval.Sets;

/// <summary>What a set of FAQs asks for; null where it asks for nothing.</summary>
internal sealed record FaqMarks
{
    /// <summary>The right FAQ is first.</summary>
    public double? Top1 { get; init; }

    /// <summary>The right FAQ is among the first three.</summary>
    public double? Top3 { get; init; }

    /// <summary>The right FAQ is answered, or what is out of scope is not answered.</summary>
    public double? Joint { get; init; }

    /// <summary>What is out of scope is not answered.</summary>
    public double? OutOfScopeRecall { get; init; }

    /// <summary>The confidence puts what is in scope above what is not.</summary>
    public double? Auroc { get; init; }
}
