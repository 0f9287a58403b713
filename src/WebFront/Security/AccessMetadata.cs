namespace SupportPlatform.Security;

/// <summary>An endpoint's <see cref="AccessRule"/>.</summary>
internal sealed record AccessMetadata(AccessRule Rule);
