import { Popover, type PopoverProps } from '@mantine/core'

// it belongs to the field above, which keeps the focus and the keys
const settings = {
  position: 'bottom-start',
  offset: 2,
  withinPortal: true,
  trapFocus: false,
  returnFocus: false,
  closeOnEscape: false,
  closeOnClickOutside: false,
  transitionProps: { duration: 0 },
  zIndex: 300,
} as const satisfies Partial<PopoverProps>

/** What opens under a field that is typed into: a list or a calendar, as `Popover.Target` and `Popover.Dropdown`. */
export const UnderField = (props: PopoverProps) => <Popover {...settings} {...props} />
