using SupportPlatform.Conversations;

namespace SupportPlatform.Stores;

/// <summary>What the settings of a store's widget must look like. Pure.</summary>
internal static class WidgetRules
{
    private const int MostSeconds = 3_600;

    /// <summary>Checks them.</summary>
    /// <exception cref="SupportException">What is wrong with them.</exception>
    public static void Check(WidgetSettings widget)
    {
        StoreRules.Require(widget.Color is null || StoreRules.IsColor(widget.Color), "widget.color is of the form #a8482a");
        StoreRules.Require(widget.Theme is null || Enum.IsDefined(widget.Theme.Value), "widget.theme is auto, light or dark");
        StoreRules.Require(widget.Position is null || Enum.IsDefined(widget.Position.Value), "widget.position is right or left");
        StoreRules.Require(widget.Launcher?.Icon is null || Enum.IsDefined(widget.Launcher.Icon.Value), "widget.launcher.icon is chat, question or wave");
        StoreRules.Require(widget.Launcher?.Text is null or { Length: <= 40 }, "widget.launcher.text has at most 40 characters");
        StoreRules.Require(widget.Welcome is null or { Length: <= 120 }, "widget.welcome has at most 120 characters");
        StoreRules.Require(widget.ZIndex is null or >= 0, "widget.zIndex is not negative");
        StoreRules.Require(widget.HiddenUntil is null or "load" or "scroll" or "open" || IsSeconds(widget.HiddenUntil), $"widget.hiddenUntil is load, scroll, open or a number of seconds up to {MostSeconds}");
        StoreRules.Require(!widget.AllowedPages.IsDefault && widget.AllowedPages.Length <= 50 && widget.AllowedPages.All(IsPath), "widget.allowedPages are at most 50 paths that begin with / or *");
        StoreRules.Require(!widget.Proactive.IsDefault && widget.Proactive.Length <= 20 && widget.Proactive.All(IsMessage), $"widget.proactive are at most 20 messages of 300 characters with an id, after at most {MostSeconds} seconds");
        StoreRules.Require(widget.LogoUrl is null || FormRules.IsSecureAddress(widget.LogoUrl), "widget.logoUrl is an https address");
        if (widget.PreChat is { } form) FormRules.Check(form);
    }

    private static bool IsSeconds(string text) =>
        text.Length <= 4 && text.All(char.IsAsciiDigit) && text.Length > 0 && int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) <= MostSeconds;

    private static bool IsPath(string? path) => path is { Length: >= 1 and <= 200 } && path[0] is '/' or '*';

    private static bool IsMessage(ProactiveMessage message) =>
        message is { Id.Length: >= 1 and <= Limits.ClientIdLength, Text.Length: >= 1 and <= 300, AfterSeconds: null or (>= 0 and <= MostSeconds) } &&
        (message.Page is null || IsPath(message.Page));
}
