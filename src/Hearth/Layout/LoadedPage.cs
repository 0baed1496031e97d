using Microsoft.AspNetCore.Components;

namespace Hearth.Layout;

/// <summary>
/// A page that is drawn once, when what it shows is there. (A component that loads in OnInitializedAsync is drawn before
/// that too, and must bear to be empty.)
/// </summary>
public abstract class LoadedPage : ComponentBase
{
    protected abstract Task LoadAsync();

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }
}
