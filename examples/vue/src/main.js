import { createApp } from 'vue';
import Meter from './meter.vue';

createApp(Meter).mount('#root');
