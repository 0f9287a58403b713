namespace SupportPlatform.Hosting;

/// <summary>Stable codes of refusals that only the web front makes; the others are <see cref="ProblemCodes"/>.</summary>
public static class FrontProblemCodes
{
    public const string NotFound = "not_found";
    public const string MethodNotAllowed = "method_not_allowed";
    public const string RequestTooLarge = "request_too_large";
    public const string UnsupportedMediaType = "unsupported_media_type";
    public const string NotAcceptable = "not_acceptable";
    public const string TooManyConnections = "too_many_connections";
    public const string NotJoined = "not_joined";
    public const string Timeout = "timeout";
    public const string Internal = "internal_error";
}
