import { Button, Code, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { en } from '../strings/en.ts';
import classes from './feedback.module.css';

/** Instead of an empty window, when drawing the page fails: what happened and the way out. */
export class Crash extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <div className={classes.screen} role="alert">
        <Title order={1} fz="xl" fw={600}>
          {en.crash.title}
        </Title>
        <Text maw={420}>{en.crash.text}</Text>
        <Button onClick={() => window.location.reload()}>{en.crash.reload}</Button>
        <Code>{String(this.state.error)}</Code>
      </div>
    );
  }
}
