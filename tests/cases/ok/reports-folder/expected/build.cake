#load "pipelinekit.cake"

RunTargets(Arguments("target", "Default"));
