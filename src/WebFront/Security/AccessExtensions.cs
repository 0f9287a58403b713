using Microsoft.AspNetCore.Cors;
using SupportPlatform.Accounts;
using SupportPlatform.Conversations;

namespace SupportPlatform.Security;

/// <summary>How endpoints state their rule, and what they learn from it.</summary>
internal static class AccessExtensions
{
    private static readonly object ConversationItem = new();
    private static readonly object SessionItem = new();
    private static readonly object SubjectItem = new();

    /// <summary>Lets only those through whom the rule allows, and answers browsers' CORS questions for the endpoint.</summary>
    public static TBuilder WithAccess<TBuilder>(this TBuilder builder, AccessRule rule)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new AccessMetadata(rule), new EnableCorsAttribute());

    /// <summary>The conversation that an allowed request is about.</summary>
    public static ConversationKey Conversation(this HttpContext context) => (ConversationKey)context.Items[ConversationItem]!;

    /// <summary>Says which conversation a request is about.</summary>
    public static void SetConversation(this HttpContext context, ConversationKey key) => context.Items[ConversationItem] = key;

    /// <summary>The session of an allowed request.</summary>
    public static SessionView AccountSession(this HttpContext context) => (SessionView)context.Items[SessionItem]!;

    /// <summary>Says which session a request has.</summary>
    public static void SetAccountSession(this HttpContext context, SessionView session) => context.Items[SessionItem] = session;

    /// <summary>Who a request is of, or says that it is, for the log; null when that is not known.</summary>
    public static string? Subject(this HttpContext context) => context.Items[SubjectItem] as string;

    /// <summary>Says who a request is of.</summary>
    public static void SetSubject(this HttpContext context, string subject) => context.Items[SubjectItem] = subject;
}
