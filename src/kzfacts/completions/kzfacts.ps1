# Completion of kzfacts for PowerShell. Put into $PROFILE:
#   kzfacts completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName kzfacts -ScriptBlock {
    param($word, $line, $cursor)
    $program, $before = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { "$_" })
    $now = if ($word) { $word } else { '""' }
    & $program --complete -- @before $now 2>$null | ForEach-Object {
        $name, $text = $_ -split "`t", 2
        if ($name -ne ':files') {
            if (-not $text) { $text = $name }
            [System.Management.Automation.CompletionResult]::new($name, $name, 'ParameterValue', $text)
        }
    }
}
