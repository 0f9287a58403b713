namespace SupportPlatform.Eval.Sets;

/// <summary>A kind of set: how it is loaded, asked and counted.</summary>
internal interface IEvalSet
{
    /// <summary>Runs it and adds predictions and figures.</summary>
    Task Run(EvalContext context, CancellationToken cancellationToken);
}
