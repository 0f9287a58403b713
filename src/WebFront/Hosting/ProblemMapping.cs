using System.Collections.Frozen;

namespace SupportPlatform.Hosting;

/// <summary>The one table from a refusal's code to its HTTP status.</summary>
internal static class ProblemMapping
{
    private static readonly FrozenDictionary<string, int> Statuses = new Dictionary<string, int>
    {
        [ProblemCodes.InvalidRequest] = StatusCodes.Status400BadRequest,
        [ProblemCodes.InvalidStoreId] = StatusCodes.Status400BadRequest,
        [ProblemCodes.MessageEmpty] = StatusCodes.Status400BadRequest,
        [ProblemCodes.MessageTooLong] = StatusCodes.Status400BadRequest,
        [ProblemCodes.InvalidText] = StatusCodes.Status400BadRequest,
        [FrontProblemCodes.NotJoined] = StatusCodes.Status400BadRequest,
        [ProblemCodes.TokenMissing] = StatusCodes.Status401Unauthorized,
        [ProblemCodes.TokenInvalid] = StatusCodes.Status401Unauthorized,
        [ProblemCodes.TokenExpired] = StatusCodes.Status401Unauthorized,
        [ProblemCodes.AccessDenied] = StatusCodes.Status403Forbidden,
        [ProblemCodes.ConversationBlocked] = StatusCodes.Status403Forbidden,
        [ProblemCodes.WrongStore] = StatusCodes.Status403Forbidden,
        [ProblemCodes.OriginNotAllowed] = StatusCodes.Status403Forbidden,
        [ProblemCodes.StoreNotFound] = StatusCodes.Status404NotFound,
        [ProblemCodes.ConversationNotFound] = StatusCodes.Status404NotFound,
        [ProblemCodes.MessageNotFound] = StatusCodes.Status404NotFound,
        [FrontProblemCodes.NotFound] = StatusCodes.Status404NotFound,
        [ProblemCodes.SourceNotFound] = StatusCodes.Status404NotFound,
        [ProblemCodes.GapNotFound] = StatusCodes.Status404NotFound,
        [ProblemCodes.ProposalNotFound] = StatusCodes.Status404NotFound,
        [ProblemCodes.SourceExists] = StatusCodes.Status409Conflict,
        [ProblemCodes.FileTooLarge] = StatusCodes.Status413PayloadTooLarge,
        [ProblemCodes.FileEmpty] = StatusCodes.Status400BadRequest,
        [ProblemCodes.TooManySources] = StatusCodes.Status409Conflict,
        [ProblemCodes.FormNotFound] = StatusCodes.Status404NotFound,
        [ProblemCodes.AudioInvalid] = StatusCodes.Status400BadRequest,
        [ProblemCodes.TranscriptionNotConfigured] = StatusCodes.Status404NotFound,
        [ProblemCodes.TranscriptionFailed] = StatusCodes.Status503ServiceUnavailable,
        [ProblemCodes.NotYourConversation] = StatusCodes.Status409Conflict,
        [ProblemCodes.FormInvalid] = StatusCodes.Status422UnprocessableEntity,
        [ProblemCodes.AttachmentNotFound] = StatusCodes.Status404NotFound,
        [ProblemCodes.AttachmentSent] = StatusCodes.Status409Conflict,
        [ProblemCodes.TooManyAttachments] = StatusCodes.Status409Conflict,
        [ProblemCodes.AgentNotFound] = StatusCodes.Status404NotFound,
        [ProblemCodes.OfferNotFound] = StatusCodes.Status404NotFound,
        [ProblemCodes.ModelNeeded] = StatusCodes.Status409Conflict,
        [ProblemCodes.NoFreeSlot] = StatusCodes.Status409Conflict,
        [ProblemCodes.DeskInUse] = StatusCodes.Status409Conflict,
        [ProblemCodes.EmailTaken] = StatusCodes.Status409Conflict,
        [ProblemCodes.LastOwner] = StatusCodes.Status409Conflict,
        [ProblemCodes.AccountExists] = StatusCodes.Status409Conflict,
        [ProblemCodes.InvitationNotFound] = StatusCodes.Status404NotFound,
        [ProblemCodes.PasswordInvalid] = StatusCodes.Status400BadRequest,
        [ProblemCodes.CodeInvalid] = StatusCodes.Status400BadRequest,
        [ProblemCodes.SignInFailed] = StatusCodes.Status401Unauthorized,
        [ProblemCodes.CodeNeeded] = StatusCodes.Status401Unauthorized,
        [ProblemCodes.SessionMissing] = StatusCodes.Status401Unauthorized,
        [ProblemCodes.CsrfInvalid] = StatusCodes.Status403Forbidden,
        [ProblemCodes.LockedOut] = StatusCodes.Status429TooManyRequests,
        [ProblemCodes.ConversationIsSpam] = StatusCodes.Status409Conflict,
        [ProblemCodes.TooManyTags] = StatusCodes.Status409Conflict,
        [ProblemCodes.SettingsChanged] = StatusCodes.Status409Conflict,
        [ProblemCodes.NameTaken] = StatusCodes.Status409Conflict,
        [ProblemCodes.TooManyItems] = StatusCodes.Status409Conflict,
        [ProblemCodes.ItemNotFound] = StatusCodes.Status404NotFound,
        [ProblemCodes.ImageInvalid] = StatusCodes.Status400BadRequest,
        [FrontProblemCodes.MethodNotAllowed] = StatusCodes.Status405MethodNotAllowed,
        [FrontProblemCodes.NotAcceptable] = StatusCodes.Status406NotAcceptable,
        [FrontProblemCodes.RequestTooLarge] = StatusCodes.Status413PayloadTooLarge,
        [FrontProblemCodes.UnsupportedMediaType] = StatusCodes.Status415UnsupportedMediaType,
        [ProblemCodes.RateLimited] = StatusCodes.Status429TooManyRequests,
        [FrontProblemCodes.TooManyConnections] = StatusCodes.Status429TooManyRequests,
        [FrontProblemCodes.Internal] = StatusCodes.Status500InternalServerError,
        [ProblemCodes.Busy] = StatusCodes.Status503ServiceUnavailable,
        [ProblemCodes.StorageUnavailable] = StatusCodes.Status503ServiceUnavailable,
        [FrontProblemCodes.Timeout] = StatusCodes.Status504GatewayTimeout,
    }.ToFrozenDictionary();

    /// <summary>The status of a code; 400 for one that is not in the table, since it is a refusal all the same.</summary>
    public static int StatusOf(string code) => Statuses.GetValueOrDefault(code, StatusCodes.Status400BadRequest);

    /// <summary>The code of a status that came without one.</summary>
    public static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => ProblemCodes.TokenMissing,
        StatusCodes.Status403Forbidden => ProblemCodes.AccessDenied,
        StatusCodes.Status404NotFound => FrontProblemCodes.NotFound,
        StatusCodes.Status405MethodNotAllowed => FrontProblemCodes.MethodNotAllowed,
        StatusCodes.Status406NotAcceptable => FrontProblemCodes.NotAcceptable,
        StatusCodes.Status413PayloadTooLarge => FrontProblemCodes.RequestTooLarge,
        StatusCodes.Status415UnsupportedMediaType => FrontProblemCodes.UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests => ProblemCodes.RateLimited,
        StatusCodes.Status503ServiceUnavailable => ProblemCodes.Busy,
        StatusCodes.Status504GatewayTimeout => FrontProblemCodes.Timeout,
        >= 500 => FrontProblemCodes.Internal,
        _ => ProblemCodes.InvalidRequest,
    };
}
