/** The parts of ECharts that a line needs, in a file of their own so that they come when a line is drawn. */
import { LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([LineChart, GridComponent, MarkLineComponent, CanvasRenderer]);
export { init };
