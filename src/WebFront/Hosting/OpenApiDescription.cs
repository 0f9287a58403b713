using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SupportPlatform.Security;

namespace SupportPlatform.Hosting;

/// <summary>What <c>/openapi/v1.json</c> says beyond what the endpoints say themselves.</summary>
internal static class OpenApiDescription
{
    /// <summary>Title, tokens, and the stable code of problems.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "SupportPlatform",
                Version = "v1",
                Description = "Conversations with customers, answered from a store's own knowledge. Errors are problem details (RFC 9457) with a stable `code`. The chat is also at the SignalR hub `/hubs/chat`.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A visitor's token (conversations; also as `access_token` of the query) or the administration key (stores, knowledge).",
            };
            document.Components.SecuritySchemes["session"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = SessionCookie.Name,
                Description = "The session of somebody who has signed in. Requests that change something also carry the header `X-CSRF`.",
            };
            document.Security ??= [];
            document.Security.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] });
            document.Security.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("session", document)] = [] });
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(Microsoft.AspNetCore.Mvc.ProblemDetails))
            {
                schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
                schema.Properties["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The stable code of the refusal." };
            }

            if (context.JsonPropertyInfo?.CustomConverter is Conversations.Wire.RawJsonConverter) schema.Type = JsonSchemaType.Object;
            return Task.CompletedTask;
        });
    }
}
