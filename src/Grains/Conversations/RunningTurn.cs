namespace SupportPlatform.Conversations;

/// <summary>A turn that has begun.</summary>
/// <param name="TurnId">Its id.</param>
/// <param name="Floor">The floor's number under which it began.</param>
/// <param name="Through">The number of the last customer message that it uses.</param>
internal sealed record RunningTurn(string TurnId, long Floor, long Through);
