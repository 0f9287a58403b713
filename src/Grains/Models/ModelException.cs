namespace SupportPlatform.Models;

/// <summary>No model gave an answer. The message is for the log, never for customers.</summary>
internal sealed class ModelException : Exception
{
    /// <summary>A failure of the model.</summary>
    public ModelException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
