namespace Scriban.Syntax;

/// <summary>An expression that a value can be assigned to.</summary>
internal interface IAssignable
{
    void Assign(TemplateContext context, object? value);
}
