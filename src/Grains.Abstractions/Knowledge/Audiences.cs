namespace SupportPlatform.Knowledge;

/// <summary>For whom a source is.</summary>
public static class Audiences
{
    /// <summary>For everybody: answers to customers use it, and the help centre shows what of it is published.</summary>
    public const string Customers = "customers";

    /// <summary>For staff alone: no customer's answer, search or page uses it.</summary>
    public const string Staff = "staff";
}
