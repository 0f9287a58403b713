using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace SupportPlatform.Hosting;

/// <summary>Writes refusals as problem details (RFC 9457) with their stable code.</summary>
internal sealed class ProblemWriter(IProblemDetailsService problems)
{
    /// <summary>Writes one refusal as the whole response; nothing when the response has begun.</summary>
    public async ValueTask Write(HttpContext context, string code, string? detail)
    {
        if (context.Response.HasStarted) return;
        var status = ProblemMapping.StatusOf(code);
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails
            {
                Status = status,
                Title = ReasonPhrases.GetReasonPhrase(status),
                Detail = detail,
                Extensions = { ["code"] = code },
            },
        });
    }
}
