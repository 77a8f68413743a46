using Build;
using Cake.Frosting;

return new CakeHost()
    .UseContext<StageContext>()
    .UseLifetime<StageLifetime>()
    .Run(args);
