import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { goTo } from '../stores/interface'

type Props = { readonly what: string; readonly children: ReactNode }
type State = { readonly error: Error | null }

/** Keeps a screen that breaks from taking the window with it: says so, and offers ways on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: Error): State {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <Stack p="xl" maw={640} role="alert">
        <Title order={1} tabIndex={-1} data-page-title>
          This screen could not be shown
        </Title>
        <Text>
          Something went wrong while “{this.props.what}” was drawn. Your plan is safe: everything you did is saved. Try
          the screen again, or go on elsewhere.
        </Text>
        <Text size="sm" c="dimmed">
          For support: {error.message}
        </Text>
        <Group>
          <Button onClick={() => this.setState({ error: null })}>Show it again</Button>
          <Button variant="default" onClick={() => goTo('overview')}>
            Go to Overview
          </Button>
        </Group>
      </Stack>
    )
  }
}
