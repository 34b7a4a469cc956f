import { IconEye, IconEyeOff, IconX } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { useWords } from '../../../app/words.ts';
import { useGraph } from '../graph-store.ts';
import { removeLayer, showLayer, useLayers, usePreview } from './layers.ts';

/** The layers above the chart, each with an eye; what they hold, or what is just looked at, stands out on the chart. */
export function LayerChips() {
  const { t } = useWords();
  const kept = useLayers();
  const looked = usePreview(({ links }) => links);
  const { chart, links } = useGraph();
  // a layer that was drawn on another picture fades nothing of this one
  const layers = useMemo(() => {
    const here = new Set(links.map(({ id }) => id));
    return kept.filter((layer) => layer.links.some((id) => here.has(id)));
  }, [kept, links]);
  useEffect(() => {
    // links that came later fade too
    if (!chart || links !== useGraph.getState().links) return;
    const shown = layers.filter((layer) => layer.shown).flatMap((layer) => layer.links);
    chart.highlight(looked ?? (shown.length > 0 ? shown : null));
  }, [chart, links, layers, looked]);
  if (layers.length === 0) return null;
  return (
    <div className="chart-over layer-chips" role="group" aria-label={t('routes.layers')}>
      {layers.map(({ key, label, shown }) => (
        <span key={key} className="layer-chip">
          <button
            type="button"
            className="layer-eye"
            aria-pressed={shown}
            aria-label={t(shown ? 'routes.layerHide' : 'routes.layerShow', { name: label })}
            onClick={() => showLayer(key, !shown)}
          >
            {shown ? <IconEye size={14} stroke={1.5} /> : <IconEyeOff size={14} stroke={1.5} />}
            <span className="ell" title={label}>
              {label}
            </span>
          </button>
          <button
            type="button"
            className="layer-x"
            aria-label={t('routes.layerRemove', { name: label })}
            onClick={() => removeLayer(key)}
          >
            <IconX size={13} stroke={1.5} />
          </button>
        </span>
      ))}
    </div>
  );
}
