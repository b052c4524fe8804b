// Whatever a test starts shows its windows on the virtual screen that is this worker's own, where there are such.
const screens = process.env['ROLLOUT_SCREENS']?.split(' ') ?? []
const own = screens[Number(process.env['VITEST_POOL_ID']) - 1]
if (own) process.env['DISPLAY'] = own
