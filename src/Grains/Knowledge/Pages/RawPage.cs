using System.Net;

namespace SupportPlatform.Knowledge;

/// <summary>An answer of a web server.</summary>
/// <param name="Address">Who gave it.</param>
/// <param name="Status">Its status.</param>
/// <param name="Bytes">Its body; empty unless the status is 200.</param>
/// <param name="MediaType">What the server says it is, as <c>text/html</c>; null when it says nothing.</param>
/// <param name="Charset">The encoding that the server names, or null.</param>
/// <param name="Validators">What to ask with the next time; null when it gave nothing.</param>
/// <param name="Fresh">For how long it says that it will be right, within bounds; null when it does not say.</param>
internal sealed record RawPage(
    Uri Address, HttpStatusCode Status, byte[] Bytes, string? MediaType, string? Charset, PageValidators? Validators, TimeSpan? Fresh);
