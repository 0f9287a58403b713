namespace SupportPlatform.Models;

/// <summary>Something that happened in a turn.</summary>
internal abstract record TurnUpdate;
