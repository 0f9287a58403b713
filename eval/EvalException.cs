namespace SupportPlatform.Eval;

/// <summary>What keeps a run from being made, said so that it can be mended.</summary>
internal sealed class EvalException(string message) : Exception(message);
