#load "pipelinekit.cake"
#load "build/set-up.cake"
#load "build/tests.cake"
#load "build/packages.cake"
#load "build/writing.cake"
#load "build/verify.cake"
#load "build/makefile.cake"
#load "build/measure.cake"

RunTargets(Arguments("target", "Default"));
