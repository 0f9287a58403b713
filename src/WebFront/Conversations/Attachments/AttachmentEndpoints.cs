using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>A conversation's attachments over HTTP.</summary>
internal static class AttachmentEndpoints
{
    // The largest file, and what multipart puts around it; a little more, so that the refusal of a larger one says why.
    private const long LargestBody = Limits.AttachmentBytes + 1_000_000;

    // A client's id of 100 characters of up to four bytes.
    private const int LongestField = 4 * Limits.ClientIdLength + 1;

    /// <summary>Maps them.</summary>
    public static void MapAttachments(this IEndpointRouteBuilder app)
    {
        var one = app.MapGroup("/api/conversations/{id}").WithTags("Attachments")
            .WithAccess(AccessRule.Conversation).WithProblems(401, 403, 404, 503);
        one.MapPost("attachments", Add).WithName("AddAttachment").WithProblems(400, 409, 413, 415, 429)
            .WithSummary("Uploads a file (multipart/form-data, part `file`; field `clientAttachmentId`) for this conversation alone; it is read in the background.")
            .Accepts<IFormFile>("multipart/form-data")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        one.MapPost("addresses", AddAddress).WithName("AddAddress").WithProblems(400, 409, 429)
            .WithSummary("Gives the conversation the address of a page; it is fetched in the background.");
        one.MapGet("attachments", List).WithName("ListAttachments").WithSummary("The conversation's attachments, oldest first.");
        one.MapDelete("attachments/{attachmentId}", Delete).WithName("DeleteAttachment").WithProblems(409)
            .WithSummary("Removes an attachment; one that was sent with a message is removed by staff alone.");
        one.MapGet("attachments/{attachmentId}/content", AttachmentContent.Handle).WithName("GetAttachmentContent")
            .WithSummary("The bytes of a file or picture.").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    private static async Task<Created<AttachmentView>> Add(
        HttpContext http, ISupportGrains grains, RequestRateLimits limits, CancellationToken cancellationToken)
    {
        var key = http.Conversation();
        limits.CheckAttachment(http, CallerContext.Current!, key.Store);
        var grain = grains.Attachments(key);
        var upload = Guid.NewGuid();
        try
        {
            var attachment = await Read(new FileParts(http.Request), upload, grain, cancellationToken);

            // A client that hangs up has still sent its file; it learns the outcome by repeating it.
            return Created(key, await grain.Add(attachment, CancellationToken.None));
        }
        catch
        {
            // What was refused or broke off takes no room.
            await grain.Discard(upload, CancellationToken.None);
            throw;
        }
    }

    private static async Task<AddAttachment> Read(FileParts parts, Guid upload, IAttachmentsGrain grain, CancellationToken cancellationToken)
    {
        (string Name, long Bytes)? file = null;
        string? clientId = null;
        while (await parts.Next(cancellationToken) is { } part)
        {
            if (part.Name == "clientAttachmentId" && part.FileName is null) clientId = await FileParts.Value(part, LongestField, cancellationToken);
            if (part.Name != "file" || part.FileName is null) continue;
            if (file is not null) throw new SupportException(ProblemCodes.InvalidRequest, "A request has one file.");
            file = (part.FileName, await FileParts.Pass(part, upload, grain.Upload, cancellationToken));
        }

        return file is { } sent
            ? new AddAttachment { Upload = upload, FileName = sent.Name, Bytes = sent.Bytes, ClientAttachmentId = clientId }
            : throw new SupportException(ProblemCodes.InvalidRequest, "The request has no part named file.");
    }

    private static async Task<Created<AttachmentView>> AddAddress(
        AddressBody body, HttpContext http, ISupportGrains grains, RequestRateLimits limits)
    {
        var key = http.Conversation();
        limits.CheckAttachment(http, CallerContext.Current!, key.Store);
        var address = new AddAddress { Url = body.Url, ClientAttachmentId = body.ClientAttachmentId };
        return Created(key, await grains.Attachments(key).AddAddress(address, CancellationToken.None));
    }

    private static async Task<Ok<AttachmentList>> List(HttpContext http, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Attachments(http.Conversation()).List(cancellationToken));

    private static async Task<NoContent> Delete(string attachmentId, HttpContext http, ISupportGrains grains)
    {
        await grains.Attachments(http.Conversation()).Delete(attachmentId, CancellationToken.None);
        return TypedResults.NoContent();
    }

    private static Created<AttachmentView> Created(ConversationKey key, AttachmentView view) =>
        TypedResults.Created($"/api/conversations/{key.PublicId}/attachments/{view.AttachmentId}/content", view);
}
