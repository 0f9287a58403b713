using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations.Forms;

/// <summary>Forms within conversations over HTTP.</summary>
internal static class FormEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("/api/conversations/{id}/forms").WithTags("Conversations")
            .WithAccess(AccessRule.Conversation).WithProblems(400, 401, 403, 404, 413, 503);
        forms.MapPost("", Request).WithName("RequestForm").Produces<ChangedBody>()
            .WithSummary("Asks the customer to fill in a form; with the administration key.");
        forms.MapPost("{formId}", Submit).WithName("SubmitForm").Produces<ChangedBody>().WithProblems(422, 429)
            .WithSummary("The customer's answer to a form. Errors come as a problem with the codes of the fields, and change nothing.");
    }

    private static async Task<IResult> Request(Form form, HttpContext http, ISupportGrains grains) =>
        TypedResults.Ok(new ChangedBody(await grains.Conversation(http.Conversation()).RequestForm(form, CancellationToken.None)));

    private static async Task<IResult> Submit(
        string formId, SubmitFormBody body, HttpContext http, ISupportGrains grains, RequestRateLimits limits)
    {
        var key = http.Conversation();
        limits.CheckMessage(CallerContext.Current!, key.Store);
        var command = new SubmitForm { FormId = formId, Values = body.Values, Consent = body.Consent, Skipped = body.Skipped };
        var receipt = await grains.Conversation(key).SubmitForm(command, CancellationToken.None);
        if (receipt.Errors.IsEmpty) return TypedResults.Ok(new ChangedBody(receipt.Changed));
        return TypedResults.Problem(
            "Some answers are missing or not as asked.",
            statusCode: StatusCodes.Status422UnprocessableEntity,
            extensions: new Dictionary<string, object?> { ["code"] = ProblemCodes.FormInvalid, ["errors"] = receipt.Errors });
    }
}
