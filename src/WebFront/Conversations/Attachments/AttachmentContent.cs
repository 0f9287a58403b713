using Microsoft.Net.Http.Headers;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>
/// The bytes of an attachment. They come from anybody, so that browsers are told to run nothing of them: pictures alone are
/// shown, by the type that their bytes have, and everything else is a download.
/// </summary>
internal static class AttachmentContent
{
    private const string Policy = "default-src 'none'; sandbox";

    /// <summary>Handles the request.</summary>
    public static async Task Handle(
        string attachmentId, HttpContext http, ISupportGrains grains, CancellationToken cancellationToken)
    {
        var grain = grains.Attachments(http.Conversation());
        var piece = await grain.Read(attachmentId, 0, cancellationToken);
        var attachment = piece.Attachment;
        var isImage = attachment.Kind == AttachmentKinds.Image;
        var disposition = new ContentDispositionHeaderValue(isImage ? "inline" : "attachment");
        disposition.SetHttpFileName(attachment.Name);
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, max-age=300";
        http.Response.ContentType = isImage ? attachment.MediaType : "application/octet-stream";
        http.Response.ContentLength = attachment.Bytes;
        for (long offset = 0; piece.Data.Length > 0;)
        {
            await http.Response.Body.WriteAsync(piece.Data.AsMemory(), cancellationToken);
            offset += piece.Data.Length;
            if (offset >= attachment.Bytes) break;
            piece = await grain.Read(attachmentId, offset, cancellationToken);
        }
    }
}
