namespace SupportPlatform.Conversations;

/// <summary>What kind of answer a form's field takes.</summary>
[GenerateSerializer, Alias("support.conversations.form-field-type")]
public enum FormFieldType
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>A mail address.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Tel,

    /// <summary>One of several choices.</summary>
    Select,

    /// <summary>Several lines of text.</summary>
    Textarea,
}
