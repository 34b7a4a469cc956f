import type { PointerTool } from '../../graph/area.ts';
import { useGraph } from './graph-store.ts';

/** Gives the pointer a tool: what dragging on the chart does. */
export function takeTool(tool: PointerTool): void {
  useGraph.getState().chart?.setTool(tool);
  useGraph.setState({ tool });
}
