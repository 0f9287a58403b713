namespace SupportPlatform;

/// <summary>The stable codes of refusals, as in the <c>code</c> of problem details.</summary>
public static class ProblemCodes
{
    public const string AccessDenied = "access_denied";
    public const string ConversationNotFound = "conversation_not_found";
    public const string StoreNotFound = "store_not_found";
    public const string InvalidStoreId = "invalid_store_id";
    public const string InvalidRequest = "invalid_request";
    public const string MessageEmpty = "message_empty";
    public const string MessageNotFound = "message_not_found";
    public const string MessageTooLong = "message_too_long";
    public const string InvalidText = "invalid_text";
    public const string TokenMissing = "token_missing";
    public const string TokenInvalid = "token_invalid";
    public const string TokenExpired = "token_expired";
    public const string WrongStore = "wrong_store";
    public const string RateLimited = "rate_limited";
    public const string OriginNotAllowed = "origin_not_allowed";
    public const string SourceNotFound = "source_not_found";
    public const string SourceExists = "source_exists";
    public const string GapNotFound = "gap_not_found";
    public const string ProposalNotFound = "proposal_not_found";
    public const string FileTooLarge = "file_too_large";
    public const string FileEmpty = "file_empty";
    public const string TooManySources = "too_many_sources";
    public const string NotYourConversation = "not_your_conversation";
    public const string FormNotFound = "form_not_found";
    public const string FormInvalid = "form_invalid";
    public const string AudioInvalid = "audio_invalid";
    public const string TranscriptionNotConfigured = "transcription_not_configured";
    public const string TranscriptionFailed = "transcription_failed";
    public const string AttachmentNotFound = "attachment_not_found";
    public const string AttachmentSent = "attachment_sent";
    public const string TooManyAttachments = "too_many_attachments";
    public const string ImageInvalid = "image_invalid";
    public const string AgentNotFound = "agent_not_found";
    public const string OfferNotFound = "offer_not_found";
    public const string NoFreeSlot = "no_free_slot";
    public const string NameTaken = "name_taken";
    public const string TooManyItems = "too_many_items";
    public const string ItemNotFound = "item_not_found";
    public const string Busy = "busy";
    public const string StorageUnavailable = "storage_unavailable";
}
