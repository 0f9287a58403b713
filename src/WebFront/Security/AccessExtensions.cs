using Microsoft.AspNetCore.Cors;
using SupportPlatform.Conversations;

namespace SupportPlatform.Security;

/// <summary>How endpoints state their rule, and what they learn from it.</summary>
internal static class AccessExtensions
{
    private static readonly object ConversationItem = new();

    /// <summary>Lets only those through whom the rule allows, and answers browsers' CORS questions for the endpoint.</summary>
    public static TBuilder WithAccess<TBuilder>(this TBuilder builder, AccessRule rule)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new AccessMetadata(rule), new EnableCorsAttribute());

    /// <summary>The conversation that an allowed request is about.</summary>
    public static ConversationKey Conversation(this HttpContext context) => (ConversationKey)context.Items[ConversationItem]!;

    /// <summary>Says which conversation a request is about.</summary>
    public static void SetConversation(this HttpContext context, ConversationKey key) => context.Items[ConversationItem] = key;
}
