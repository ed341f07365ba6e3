import { Button, Code, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { t } from '../strings/index.ts';
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
          {t.crash.title}
        </Title>
        <Text maw={420}>{t.crash.text}</Text>
        <Button onClick={() => window.location.reload()}>{t.crash.reload}</Button>
        <Code>{String(this.state.error)}</Code>
      </div>
    );
  }
}
