namespace SupportPlatform.Knowledge;

/// <summary>What a server gave with a page, to ask later whether it changed (RFC 9110, 13.1).</summary>
/// <param name="ETag">Its entity tag, quoted; null when it gave none.</param>
/// <param name="LastModified">When it says that it last changed.</param>
internal sealed record PageValidators(string? ETag, DateTimeOffset? LastModified);
